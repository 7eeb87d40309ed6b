package io.safelight.cloud.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/**
 * The page to sign in: a button for each demo user, and a form for names and passwords.
 */
final class LoginPage extends HttpServlet {

	private static final String PAGE = """
			<!doctype html>
			<html lang="en"><head><meta charset="utf-8"><title>Sign in · Safelight</title>
			<meta name="viewport" content="width=device-width, initial-scale=1"><style>
			:root { color-scheme: dark }
			body { background: #17100f; color: #f3e9e6; font: 16px/1.5 system-ui, sans-serif; margin: 0;
			  display: grid; min-height: 100vh; place-items: center }
			main { background: #241917; border-radius: 12px; box-shadow: 0 0 80px #a3221a55; max-width: 26rem;
			  padding: 2rem; width: calc(100%% - 6rem) }
			h1 { font-size: 1.4rem; margin: 0 } p { color: #cbb5af; margin: .3rem 0 1rem }
			ul { display: grid; gap: .5rem; grid-template-columns: 1fr 1fr; list-style: none; padding: 0 }
			button { background: #b3261e; border: 0; border-radius: 8px; color: #fff; cursor: pointer; font: inherit;
			  padding: .6rem; width: 100%% }
			button:hover, button:focus-visible { background: #d13a31 }
			li button { background: #3a2926; text-align: left } li small { color: #cbb5af; display: block }
			label { display: block; margin-top: .7rem }
			input { background: #17100f; border: 1px solid #6d5550; border-radius: 8px; box-sizing: border-box;
			  color: inherit; font: inherit; margin-bottom: .7rem; padding: .5rem; width: 100%% }
			[role=alert] { color: #ffb4a9 }
			</style></head><body><main><h1>Safelight</h1>
			<p>Demo users, for development only. Their password is <code>%s</code>.</p>
			%s<ul>%s</ul>
			<form method="post" action="/login">%s<label for="username">User name</label>
			<input id="username" name="username" autocomplete="username" required>
			<label for="password">Password</label>
			<input id="password" name="password" type="password" autocomplete="current-password" required>
			<button>Sign in</button></form></main></body></html>
			""";

	private static final String USER = """
			<li><form method="post" action="/login">%s<input type="hidden" name="username" value="%s">\
			<input type="hidden" name="password" value="%s"><button>%s<small>%s</small></button></form></li>
			""";

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setContentType("text/html");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader("Content-Security-Policy",
				"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
		response.getWriter().write(page(csrf(request), notice(request)));
	}

	private static String page(String csrf, String notice) {
		String users = Arrays.stream(DemoUser.values())
			.map((user) -> USER.formatted(csrf, user.userName(), DemoUser.PASSWORD, user.userName(),
					String.join(", ", user.roles())))
			.collect(Collectors.joining());
		return PAGE.formatted(DemoUser.PASSWORD, notice, users, csrf);
	}

	private static String csrf(HttpServletRequest request) {
		CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
		return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
			.formatted(HtmlUtils.htmlEscape(token.getParameterName()), HtmlUtils.htmlEscape(token.getToken()));
	}

	private static String notice(HttpServletRequest request) {
		if (request.getParameter("error") != null) {
			return "<p role=\"alert\">The user name or the password is wrong.</p>";
		}
		return (request.getParameter("logout") != null) ? "<p role=\"status\">You are signed out.</p>" : "";
	}

}
