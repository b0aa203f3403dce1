namespace Mentoring.Core.Matching;

/// <summary>What the checker found.</summary>
/// <param name="Violated">The first condition that does not hold; none where the certificate is a proof.</param>
/// <param name="Words">The finding as a sentence, with the people by number.</param>
public sealed record CertificateVerdict(CertificateCondition Violated, string Words)
{
    public bool Holds => Violated == CertificateCondition.None;
}

/// <summary>The conditions in the order in which they are checked.</summary>
public enum CertificateCondition
{
    None,

    /// <summary>One entry for each person.</summary>
    Shape,

    /// <summary>Class weights and score scale are those the order of aims defines.</summary>
    Weights,

    /// <summary>Every match is an eligible pair.</summary>
    EligiblePairsOnly,

    /// <summary>No mentor has more mentees than places.</summary>
    Capacity,

    /// <summary>No price is under 0.</summary>
    PricesNotNegative,

    /// <summary>u_i + v_j is at least the weight of every eligible pair.</summary>
    PairsCovered,

    /// <summary>A mentor without a place has the least price that covers their pairs; it is in no sum, so nothing else fixes it.</summary>
    LeastPriceWithoutPlaces,

    /// <summary>All prices, times places, add up to the weights of the matched pairs.</summary>
    SumsEqual,
}
