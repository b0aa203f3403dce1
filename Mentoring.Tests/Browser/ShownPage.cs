using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>A page by the name of its pictures, and how a browser comes to it.</summary>
/// <param name="Path">What is opened.</param>
/// <param name="Post">Where a form on it is sent to before the page is looked at; null where the page itself is meant.</param>
/// <param name="Fields">What is typed, chosen or pressed before; a button by its name and value.</param>
internal sealed record ShownPage(string Name, string Path, string? Post = null, params (string Name, string Value)[] Fields)
{
    private const string Send = """
        ({ post, fields }) => {
          const form = [...document.querySelectorAll('main form')].find(form => form.getAttribute('action') === post);
          form.noValidate = true;
          let button = form.querySelector('[type=submit]');
          for (const [name, value] of fields) {
            for (const field of form.querySelectorAll(`[name="${name}"]`)) {
              if (/radio|checkbox/.test(field.type)) field.checked = field.value === value;
              else if (field.type !== 'submit') field.value = value;
              else if (field.value === value) button = field;
            }
          }
          form.requestSubmit(button);
        }
        """;

    public async Task OpenAsync(IPage page)
    {
        await page.GotoAsync(Path);
        if (Post is null)
            return;
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage arrivedAt) => arrived.TrySetResult();
        page.DOMContentLoaded += Arrive;
        await page.EvaluateAsync(Send, new { post = Post, fields = Fields.Select(field => new[] { field.Name, field.Value }).ToArray() });
        await arrived.Task.WaitAsync(Chromium.Patience);
        page.DOMContentLoaded -= Arrive;
    }
}
