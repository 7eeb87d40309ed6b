package io.safelight.gateway.edge;

import java.io.IOException;
import java.time.Clock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.safelight.service.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody ask for so much that nothing is left for others. Who is signed in is
 * counted by account, everybody else by address. Health checks are not counted.
 */
final class RateLimitFilter extends OncePerRequestFilter {

	static final String LIMIT = "X-Ratelimit-Limit";

	static final String REMAINING = "X-Ratelimit-Remaining";

	private final EdgeProperties.Rate rate;

	private final Cache<String, TokenBucket> buckets;

	private final Clock clock;

	private final JsonMapper json;

	RateLimitFilter(EdgeProperties.Rate rate, Clock clock, JsonMapper json) {
		this.rate = rate;
		this.clock = clock;
		this.json = json;
		this.buckets = Caffeine.newBuilder().maximumSize(rate.callers()).expireAfterAccess(rate.memory()).build();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.rate.isUnlimited() || request.getRequestURI().startsWith("/actuator/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		TokenBucket bucket = this.buckets.get(caller(request),
				(caller) -> new TokenBucket(this.rate.burst(), this.rate.perSecond(), this.clock.instant()));
		TokenBucket.Taken taken = bucket.take(this.clock.instant());
		response.setHeader(LIMIT, String.valueOf(this.rate.burst()));
		response.setHeader(REMAINING, String.valueOf(taken.remaining()));
		if (taken.granted()) {
			chain.doFilter(request, response);
		}
		else {
			refuse(response, taken.secondsToWait());
		}
	}

	private static String caller(HttpServletRequest request) {
		return (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)
				? "user " + token.getName() : "address " + request.getRemoteAddr();
	}

	private void refuse(HttpServletResponse response, long seconds) throws IOException {
		ProblemException problem = new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests",
				"You have asked for more than we can give to one caller. Wait " + seconds
						+ " s, then go on more slowly.");
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem.getBody()));
	}

}
