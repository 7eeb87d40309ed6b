package io.safelight.benchmarks.cost;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the local cloud has counted since it was told to begin.
 *
 * @param seconds how long it has counted
 * @param calls by service and operation
 * @param usageByCaller billed units
 */
record Ledger(double seconds, Amounts calls, Map<String, Amounts> usageByCaller) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	static void begin(String cloud) throws IOException, InterruptedException {
		ask(cloud, "POST");
	}

	static Ledger read(String cloud) throws IOException, InterruptedException {
		return of(ask(cloud, "GET"));
	}

	static Ledger of(JsonNode counted) {
		Amounts calls = Amounts.NONE;
		Map<String, Amounts> usage = new TreeMap<>();
		for (JsonNode line : counted.path("calls")) {
			calls = calls.plus(Amounts.of(line.path("service").asString() + " " + line.path("operation").asString(),
					line.path("calls").asDouble()));
			usage.merge(line.path("caller").asString(), usage(line), Amounts::plus);
		}
		return new Ledger(counted.path("seconds").asDouble(), calls, usage);
	}

	private static Amounts usage(JsonNode line) {
		Map<String, Double> units = new TreeMap<>();
		line.path("usage").properties().forEach((unit) -> units.put(unit.getKey(), unit.getValue().asDouble()));
		return new Amounts(units);
	}

	Amounts usage() {
		return this.usageByCaller.values().stream().reduce(Amounts.NONE, Amounts::plus);
	}

	private static JsonNode ask(String cloud, String method) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(cloud + "/_safelight/calls"))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		return JsonMapper.shared().readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

}
