namespace Mentoring.Core.Matching;

/// <summary>The least that an unmatched mentee lacks for a place: either of the two makes up for it alone.</summary>
/// <param name="Classes">How many classes more urgent they would have to be; 0 where they would have the place for certain.</param>
/// <param name="Points">How many more points of score they would need; null where no score makes up for the class of those who have the places.</param>
public sealed record Shortfall(int Classes, long? Points)
{
    public bool IsNothing => Classes == 0;
}
