package io.safelight.gateway.route;

import java.net.URI;
import java.util.function.BiFunction;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Turns a service's {@code Location} into one that the caller can follow: through the
 * gateway, without the service's own address.
 */
final class PublicLocations implements BiFunction<ServerRequest, ServerResponse, ServerResponse> {

	private static final String API = "/v1/";

	private final String address;

	private final String prefix;

	/**
	 * For one service.
	 * @param address where it answers
	 * @param prefix where the gateway answers for it
	 */
	PublicLocations(URI address, String prefix) {
		this.address = address.getScheme() + "://" + address.getRawAuthority();
		this.prefix = prefix;
	}

	@Override
	public ServerResponse apply(ServerRequest request, ServerResponse response) {
		String location = response.headers().getFirst(HttpHeaders.LOCATION);
		if (location != null) {
			response.headers().set(HttpHeaders.LOCATION, of(location));
		}
		return response;
	}

	String of(String location) {
		String path = location.startsWith(this.address + "/") ? location.substring(this.address.length()) : location;
		return path.startsWith(API) ? this.prefix + path : path;
	}

}
