using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>No mouse: Tab to get about, Enter and Space to act, arrows among the answers to one question. Wherever the focus goes, it must be seen.</summary>
internal sealed class KeyboardHands(IPage page) : Hands(page)
{
    /// <summary>More than any page has: only bounds a way that leads nowhere.</summary>
    private const int MostStops = 400;

    /// <summary>Where the focus is, seen from the element that is wanted.</summary>
    private const string Where = """
        wanted => {
          const at = document.activeElement ?? document.body;
          const style = getComputedStyle(at), box = at.getBoundingClientRect();
          const sibling = wanted.type === 'radio' && at.type === 'radio' && at.name === wanted.name;
          return {
            at: at.outerHTML.slice(0, 120),
            reached: at === wanted || sibling,
            exactly: at === wanted,
            back: at !== document.body && Boolean(wanted.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
            seen: at === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth),
          };
        }
        """;

    public override async Task ActivateAsync(ILocator what)
    {
        await GoToAsync(what);
        await Page.Keyboard.PressAsync("Enter");
    }

    public override async Task TypeAsync(ILocator field, string words)
    {
        await GoToAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(words);
    }

    public override async Task TickAsync(ILocator box)
    {
        var (place, found) = await GoToAsync(box);
        for (var answer = 0; !place.Exactly && answer < MostStops; answer++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
            place = await PlaceAsync(found);
        }

        if (!await found.IsCheckedAsync())
            await Page.Keyboard.PressAsync("Space");
    }

    public override async Task ChooseAsync(ILocator list, string option)
    {
        await GoToAsync(list);
        await Page.Keyboard.TypeAsync(option);
    }

    /// <summary>Looks it up once: a label is looked for among everything on the page.</summary>
    private async Task<(Place Place, IElementHandle Found)> GoToAsync(ILocator wanted)
    {
        var found = await wanted.ElementHandleAsync();
        var place = await PlaceAsync(found);
        for (var stop = 0; !place.Reached; stop++)
        {
            Assert.True(stop < MostStops, $"{wanted} cannot be reached by Tab on {Page.Url}; the focus is at {place.At}");
            await Page.Keyboard.PressAsync(place.Back ? "Shift+Tab" : "Tab");
            place = await PlaceAsync(found);
            Assert.True(place.Seen, $"The focus is not seen on {Page.Url} at {place.At}");
        }

        return (place, found);
    }

    private static Task<Place> PlaceAsync(IElementHandle wanted) => wanted.EvaluateAsync<Place>(Where);

    private sealed record Place
    {
        public string At { get; set; } = "";

        public bool Reached { get; set; }

        public bool Exactly { get; set; }

        public bool Back { get; set; }

        public bool Seen { get; set; }
    }
}
