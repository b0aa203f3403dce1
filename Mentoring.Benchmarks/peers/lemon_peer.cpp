// Solves one instance with LEMON and prints: NAME build_ms solve_ms peak_mib total_score (-1 where the aims are folded into one cost).
// Usage: lemon_peer simplex|scaling FILE RUNS SECONDS
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, std::int64_t>;
using Scaling = lemon::CostScaling<Graph, int, std::int64_t>;

struct Instance {
    int mentees = 0, mentors = 0, pairs = 0;
    std::int64_t places = 0;
    int highest = 0;
    std::vector<int> capacities, starts, columns, scores;
};

static bool read(const char *path, Instance &instance) {
    std::FILE *file = std::fopen(path, "rb");
    if (!file) return false;
    int head[3];
    bool good = std::fread(head, sizeof(int), 3, file) == 3;
    instance.mentees = head[0], instance.mentors = head[1], instance.pairs = head[2];
    auto part = [&](std::vector<int> &values, std::size_t count) {
        values.resize(count);
        good = good && std::fread(values.data(), sizeof(int), count, file) == count;
    };
    part(instance.capacities, instance.mentors);
    part(instance.starts, instance.mentees + 1);
    part(instance.columns, instance.pairs);
    part(instance.scores, instance.pairs);
    std::fclose(file);
    for (int capacity : instance.capacities) instance.places += capacity;
    for (int score : instance.scores) instance.highest = std::max(instance.highest, score);
    return good;
}

// Everyone on the scarce side must be served (only the pairs are needed); or, with an outside node, whoever can be.
struct Network {
    Graph graph;
    std::unique_ptr<Graph::ArcMap<std::int64_t>> cost;
    std::unique_ptr<Graph::ArcMap<int>> upper;
    std::unique_ptr<Graph::NodeMap<int>> supply;

    Network(const Instance &instance, bool outside) {
        int nodes = instance.mentees + instance.mentors + (outside ? 1 : 0);
        graph.reserveNode(nodes);
        graph.reserveArc(instance.pairs + (outside ? instance.mentees + instance.mentors : 0));
        for (int node = 0; node < nodes; ++node) graph.addNode();
        for (int mentee = 0; mentee < instance.mentees; ++mentee)
            for (int pair = instance.starts[mentee]; pair < instance.starts[mentee + 1]; ++pair)
                graph.addArc(graph.nodeFromId(mentee), graph.nodeFromId(instance.mentees + instance.columns[pair]));
        if (outside) {
            Graph::Node out = graph.nodeFromId(nodes - 1);
            for (int mentee = 0; mentee < instance.mentees; ++mentee) graph.addArc(graph.nodeFromId(mentee), out);
            for (int mentor = 0; mentor < instance.mentors; ++mentor) graph.addArc(graph.nodeFromId(instance.mentees + mentor), out);
        }
        cost = std::make_unique<Graph::ArcMap<std::int64_t>>(graph, 0);
        upper = std::make_unique<Graph::ArcMap<int>>(graph, 1);
        supply = std::make_unique<Graph::NodeMap<int>>(graph, 0);
        // Without the outside no cost is under 1, so nobody is served more often than they must be.
        std::int64_t best = std::min<std::int64_t>(instance.mentees, instance.places) * instance.highest + 1;
        for (int pair = 0; pair < instance.pairs; ++pair)
            (*cost)[graph.arcFromId(pair)] = outside ? -(best + instance.scores[pair]) : instance.highest + 1 - instance.scores[pair];
        for (int mentee = 0; mentee < instance.mentees; ++mentee) (*supply)[graph.nodeFromId(mentee)] = 1;
        for (int mentor = 0; mentor < instance.mentors; ++mentor) {
            Graph::Node node = graph.nodeFromId(instance.mentees + mentor);
            if (!outside) (*supply)[node] = -instance.capacities[mentor];
            else (*upper)[graph.arcFromId(instance.pairs + instance.mentees + mentor)] = instance.capacities[mentor];
        }
        if (outside) (*supply)[graph.nodeFromId(nodes - 1)] = -instance.mentees;
    }
};

static bool solve(Simplex &simplex, const Instance &instance, bool outside) {
    simplex.supplyType(!outside && instance.mentees > instance.places ? Simplex::LEQ : Simplex::GEQ);
    return simplex.run() == Simplex::OPTIMAL;
}

static bool solve(Scaling &scaling, const Instance &, bool) { return scaling.run() == Scaling::OPTIMAL; }

template <typename Algorithm>
static bool measure(const Instance &instance, bool outside, int runs, double seconds, const char *name) {
    using Clock = std::chrono::steady_clock;
    auto milliseconds = [](Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); };
    std::vector<double> builds, solves;
    std::int64_t total = 0;
    auto began = Clock::now();
    while ((int)builds.size() < runs && (builds.empty() || milliseconds(Clock::now() - began) < seconds * 1000)) {
        auto start = Clock::now();
        Network network(instance, outside);
        Algorithm algorithm(network.graph);
        algorithm.costMap(*network.cost).upperMap(*network.upper).supplyMap(*network.supply);
        auto middle = Clock::now();
        if (!solve(algorithm, instance, outside)) return false;
        solves.push_back(milliseconds(Clock::now() - middle));
        builds.push_back(milliseconds(middle - start));
        total = std::min<std::int64_t>(instance.mentees, instance.places) * (instance.highest + 1) - algorithm.template totalCost<std::int64_t>();
    }
    auto median = [](std::vector<double> &values) {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    };
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%s%s %.3f %.3f %.1f %lld\n", name, outside ? "+outside" : "", median(builds), median(solves), usage.ru_maxrss / 1024.0,
                outside ? -1LL : (long long)total);
    return true;
}

int main(int count, char **arguments) {
    Instance instance;
    if (count != 5 || !read(arguments[2], instance)) return 2;
    int runs = std::atoi(arguments[3]);
    double seconds = std::atof(arguments[4]);
    bool done = std::strcmp(arguments[1], "simplex") == 0
        ? measure<Simplex>(instance, false, runs, seconds, "NetworkSimplex") || measure<Simplex>(instance, true, runs, seconds, "NetworkSimplex")
        : (instance.mentees == instance.places && measure<Scaling>(instance, false, runs, seconds, "CostScaling"))
            || measure<Scaling>(instance, true, runs, seconds, "CostScaling");
    return done ? 0 : 1;
}
