package io.safelight.catalog.licence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Licences over HTTP.
 */
@RestController
@Tag(name = "Licences", description = "What a buyer may do")
class LicenceController {

	private final Map<String, Licence> licences;

	LicenceController(JsonMapper json) throws IOException {
		this.licences = Arrays
			.stream(new PathMatchingResourcePatternResolver().getResources("classpath:licences/*.json"))
			.map((resource) -> read(json, resource))
			.collect(Collectors.toUnmodifiableMap(Licence::id, Function.identity()));
	}

	private static Licence read(JsonMapper json, Resource resource) {
		try (InputStream input = resource.getInputStream()) {
			return json.readValue(input, Licence.class);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read the licence " + resource.getFilename(), ex);
		}
	}

	@GetMapping("/v1/licences/{id}")
	@PermitAll
	@Operation(summary = "A licence's terms in plain words")
	Licence licence(@PathVariable String id) {
		Licence licence = this.licences.get(id);
		if (licence == null) {
			throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-licence",
					"There is no such licence: those we have are in 'known'.")
				.with("known", this.licences.keySet().stream().sorted().toList());
		}
		return licence;
	}

}
