namespace Mentoring.Pages.Schemes;

/// <summary>What an HTTP status means to a person, and what to do about it.</summary>
public static class ErrorWords
{
    public static (string Title, string Advice) For(int status) => status switch
    {
        400 => ("We could not read what was sent", "Go back, check what you typed and send it again."),
        401 or 403 => ("You cannot open this page", "It is for other people. If you were sent a link, open it from the email again."),
        404 => ("We cannot find this page", "If you typed the address, check it. If you followed a link from an email, make sure that all of it was copied: some email programs break long links in two."),
        405 => ("That does not work here", "Open the page again from the link in our email, and use its buttons."),
        408 or 429 or 503 => ("We are busy just now", "Nothing you did is lost. Please try again in a minute."),
        409 => ("That has been settled already", "Somebody was there before, perhaps you with an earlier click. Open the page again to see how it stands."),
        410 => ("This is over", "What you wanted to open has run out. Our last email to you says what you can do now."),
        413 => ("That is too much at once", "What you sent is larger than we can take. Please shorten it and send it again."),
        415 => ("We cannot take that kind of content", "Please use the form on our page. Files cannot be sent with it."),
        422 => ("Something is missing or not right", "Go back, check what you typed and send it again."),
        _ => ("Something went wrong on our side", "It is not your fault. Please try again in a few minutes."),
    };
}
