namespace Mentoring.Local.Simulation;

/// <summary>How invented people behave: shares from 0 to 1, and days. Nobody publishes such figures, so these are guesses, meant to exercise every path.</summary>
/// <param name="Accepts">Of offers that are answered.</param>
/// <param name="Answers">Of offers, before the first reminder; half of the rest answer after one.</param>
/// <param name="Signs">Of agreements, in good time; half of the rest sign after a reminder.</param>
/// <param name="AnswersReview">Of reviews.</param>
/// <param name="GoesOn">Of final reviews, wishing to continue.</param>
/// <param name="EndsEarly">Of each side of a partnership.</param>
/// <param name="Stays">Of the unmatched, for the next round.</param>
/// <param name="Withdraws">Of everybody, at some time in the year.</param>
public sealed record Temperament(
    double Accepts = 0.84,
    double Answers = 0.86,
    double Signs = 0.93,
    double AnswersReview = 0.65,
    double GoesOn = 0.3,
    double EndsEarly = 0.06,
    double Stays = 0.7,
    double Withdraws = 0.01);
