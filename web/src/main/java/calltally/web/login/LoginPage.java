package calltally.web.login;

import calltally.web.http.PageTexts;

/**
 * The form.
 *
 * @param error why the last login failed; empty at first
 */
public record LoginPage(PageTexts texts, String company, String token, String error) {}
