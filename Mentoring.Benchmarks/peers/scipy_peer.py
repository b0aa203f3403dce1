"""Solves one instance with SciPy and prints: NAME build_ms solve_ms peak_mib total_score.

linear_sum_assignment where every pair is eligible, else min_weight_full_bipartite_matching; a place is a column of its own.
Where no full matching of the smaller side exists, every place gets a dummy mentee, dearer than any sum of scores.
"""
import resource
import statistics
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def read(path):
    data = np.fromfile(path, dtype=np.int32)
    mentees, mentors, pairs = (int(value) for value in data[:3])
    cuts = np.cumsum([3, mentors, mentees + 1, pairs, pairs])
    return mentees, mentors, *(data[cuts[part]:cuts[part + 1]] for part in range(4))


def dense(instance):
    mentees, mentors, capacities, _, _, scores = instance
    matrix = scores.reshape(mentees, mentors)
    if (capacities != 1).any():
        matrix = np.repeat(matrix, capacities, axis=1)
    return np.ascontiguousarray(matrix, dtype=np.float64)


def solve_dense(matrix):
    rows, columns = linear_sum_assignment(matrix, maximize=True)
    return int(matrix[rows, columns].sum())


def sparse(instance, dummies):
    mentees, mentors, capacities, starts, columns, scores = instance
    first = np.concatenate(([0], np.cumsum(capacities)))
    places = int(first[-1])
    copies = capacities[columns]
    row = np.repeat(np.repeat(np.arange(mentees), np.diff(starts)), copies)
    within = np.arange(copies.sum()) - np.repeat(np.cumsum(copies) - copies, copies)
    column = np.repeat(first[columns], copies) + within
    weight = np.repeat(scores + 1.0, copies)
    if dummies:
        size = min(mentees, places)
        highest = float(scores.max()) + 2
        row = np.concatenate((row, np.arange(mentees, mentees + places)))
        column = np.concatenate((column, np.arange(places)))
        weight = np.concatenate((weight + size * highest, np.ones(places)))
        mentees += places
    return csr_matrix((weight, (row, column)), shape=(mentees, places)), instance


def solve_sparse(built):
    matrix, _ = built
    rows, columns = min_weight_full_bipartite_matching(matrix, maximize=True)
    return int(np.asarray(matrix[rows, columns]).sum()) - len(rows)


def measure(build, solve, runs, seconds):
    builds, solves, began = [], [], time.perf_counter()
    while len(builds) < runs and (not builds or time.perf_counter() - began < seconds):
        start = time.perf_counter()
        built = build()
        middle = time.perf_counter()
        total = solve(built)
        solves.append(time.perf_counter() - middle)
        builds.append(middle - start)
        del built
    return statistics.median(builds) * 1000, statistics.median(solves) * 1000, total


def main():
    path, runs, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    instance = read(path)
    mentees, mentors, _, _, columns, _ = instance
    if len(columns) == mentees * mentors:
        name, result = "linear_sum_assignment", measure(lambda: dense(instance), solve_dense, runs, seconds)
    else:
        try:
            name, result = "min_weight_full", measure(lambda: sparse(instance, False), solve_sparse, runs, seconds)
        except ValueError:
            name = "min_weight_full+dummies"
            build, solve, _ = measure(lambda: sparse(instance, True), solve_sparse, runs, seconds)
            result = build, solve, -1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(name, f"{result[0]:.3f} {result[1]:.3f} {peak:.1f} {result[2]}")


main()
