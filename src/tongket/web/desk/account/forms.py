"""What is asked of whoever takes up an invitation, and for a token."""

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from tongket.actions.people.tokens import DAYS


class TakeUpForm(forms.Form):
    """A name and a password."""

    name = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        help_text=_("Chữ không dấu, chữ số và . - _ @; ví dụ lan.btg"),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        help_text=lazy(password_validators_help_text_html, str)(),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )
    again = forms.CharField(
        label=_("Mật khẩu (gõ lại)"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )

    def clean_again(self) -> str:
        """Let both be the same."""
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("password", again):
            raise forms.ValidationError(_("Hai lần gõ mật khẩu phải giống nhau."))
        return again


class TokenForm(forms.Form):
    """What a token is for, at which org, for how long."""

    name = forms.CharField(label=_("Dùng cho việc gì"), max_length=100, help_text=_("Ví dụ: máy tính phòng tổng hợp"))
    org = forms.ChoiceField(label=_("Cho đơn vị"))
    days = forms.TypedChoiceField(
        label=_("Thời hạn"), coerce=int, choices=[(days, _("%(days)s ngày") % {"days": days}) for days in DAYS]
    )

    def for_orgs(self, orgs: list[tuple[str, str]]) -> "TokenForm":
        """Offer the orgs for which the person acts: id and name."""
        field = self.fields["org"]
        if isinstance(field, forms.ChoiceField):
            field.choices = orgs
        return self
