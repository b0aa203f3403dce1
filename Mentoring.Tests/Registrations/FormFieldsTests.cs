using Mentoring.Core.Registrations;

namespace Mentoring.Tests.Registrations;

public class FormFieldsTests
{
    [Fact]
    public void The_order_of_fields_does_not_change_the_content()
    {
        var one = FormFields.Empty.With("name", "Ann").With("role", "mentor");
        var other = FormFields.Empty.With("role", "mentor").With("name", "Ann");

        Assert.Equal(one.ContentHash(), other.ContentHash());
    }

    [Fact]
    public void The_order_of_a_fields_values_does()
    {
        var one = FormFields.Empty.With("seeks", "a", "b");

        Assert.NotEqual(one.ContentHash(), FormFields.Empty.With("seeks", "b", "a").ContentHash());
    }

    [Fact]
    public void A_blank_value_counts_as_none() =>
        Assert.Equal(FormFields.Empty.With("a", "1").ContentHash(), FormFields.Empty.With("a", "1", " ").With("b", "").ContentHash());

    [Fact]
    public void A_line_may_end_as_browsers_send_it_or_as_their_scripts_do() =>
        Assert.Equal(FormFields.Empty.With("a", "One\nTwo").ContentHash(), FormFields.Empty.With("a", "One\r\nTwo").ContentHash());

    [Fact]
    public void Values_and_names_cannot_run_into_each_other()
    {
        FormFields[] different =
        [
            FormFields.Empty.With("a", "bc"), FormFields.Empty.With("ab", "c"), FormFields.Empty.With("a", "b", "c"),
            FormFields.Empty.With("a", "b").With("c", "d"), FormFields.Empty.With("a", "b", "c", "d"), FormFields.Empty,
        ];

        Assert.Equal(different.Length, different.Select(fields => fields.ContentHash()).Distinct().Count());
    }

    [Fact]
    public void A_repeated_name_collects_its_values_in_order()
    {
        var fields = new FormFields([new("x", "1"), new("y", "2"), new("x", "3")]);

        Assert.Equal(["1", "3"], fields["x"]);
        Assert.Equal("2", fields.First("y"));
        Assert.Empty(fields["X"]);
        Assert.Equal(["y"], fields.Without("x").Names);
    }
}
