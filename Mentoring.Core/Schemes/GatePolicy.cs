namespace Mentoring.Core.Schemes;

/// <summary>What a scheme may ask of mentors before anybody is matched with them; nothing unless its settings say so.</summary>
/// <param name="MentorTraining">They have completed the training for mentors.</param>
/// <param name="MoreExperience">They have worked in the profession for more years than their mentee.</param>
public readonly record struct GatePolicy(bool MentorTraining, bool MoreExperience);
