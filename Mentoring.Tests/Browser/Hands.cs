using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>How somebody works a page.</summary>
internal abstract class Hands(IPage page)
{
    public IPage Page { get; } = page;

    /// <summary>Types an address into the browser.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path);

    /// <summary>Presses a button or follows a link, and waits for the page that comes.</summary>
    public async Task PressAsync(ILocator what)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        await ActivateAsync(what);
        await arrived.Task.WaitAsync(Chromium.Patience);
        Page.DOMContentLoaded -= Arrive;
    }

    /// <summary>The same, where the page stays.</summary>
    public abstract Task ActivateAsync(ILocator what);

    /// <summary>Replaces what stands in a field.</summary>
    public abstract Task TypeAsync(ILocator field, string words);

    /// <summary>Ticks a box, or chooses one of several.</summary>
    public abstract Task TickAsync(ILocator box);

    public abstract Task ChooseAsync(ILocator list, string option);

    public ILocator Link(string words) => Page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true });

    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>One answer to a question that has several.</summary>
    public ILocator Answer(string question, string answer) => Page.GetByRole(AriaRole.Group, new() { Name = question, Exact = true }).GetByLabel(answer, new() { Exact = true });
}

internal sealed class MouseHands(IPage page) : Hands(page)
{
    public override Task ActivateAsync(ILocator what) => what.ClickAsync();

    public override async Task TypeAsync(ILocator field, string words)
    {
        await field.ClickAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(words);
    }

    public override Task TickAsync(ILocator box) => box.ClickAsync();

    public override Task ChooseAsync(ILocator list, string option) => list.SelectOptionAsync(option);
}
