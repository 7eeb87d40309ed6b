package io.safelight.catalog.pack;

import java.net.URI;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.catalog.EntityTags;
import io.safelight.catalog.photo.Photos;
import io.safelight.catalog.photo.PriceList;
import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.SortableTime;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Packs over HTTP.
 */
@RestController
@Tag(name = "Packs", description = "Several photos for one price")
class PackController {

	private final Packs packs;

	private final Photos photos;

	private final PriceList prices;

	private final Committer committer;

	private final AuditTrail trail;

	private final Clock clock;

	PackController(Packs packs, Photos photos, PriceList prices, Committer committer, AuditTrail trail, Clock clock) {
		this.packs = packs;
		this.photos = photos;
		this.prices = prices;
		this.committer = committer;
		this.trail = trail;
		this.clock = clock;
	}

	@PostMapping("/v1/packs")
	@RolesAllowed("admin")
	@Operation(summary = "Make a pack", description = "Every photo must be on sale in the pack's size.")
	ResponseEntity<PackView> make(@Valid @RequestBody PackRequest request, Caller caller) {
		check(request);
		Pack pack = Pack.begin(UUID.randomUUID().toString(), request, SortableTime.of(this.clock.instant()));
		this.committer.commit(pack.saved().and(entry(pack, "make", caller)));
		return ResponseEntity.created(URI.create("/v1/packs/" + pack.packId())).body(PackView.of(pack));
	}

	private Changes entry(Pack pack, String action, Caller caller) {
		AuditTrail.Subject subject = new AuditTrail.Subject("pack", pack.packId(), Long.toString(pack.version()));
		return this.trail.entry(caller.userId(), action, subject, null,
				"\"" + pack.title() + "\", " + pack.photoIds().size() + " photos for " + pack.price().amount() + " "
						+ pack.price().currency() + ".");
	}

	private void check(PackRequest request) {
		if (!this.prices.sizes().contains(request.size())) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-size",
					"There is no such size: choose one of 'allowed'.")
				.with("allowed", this.prices.sizes().stream().sorted().toList());
		}
		if (!isCurrency(request.price().currency())) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-currency",
					"There is no such currency: give its ISO 4217 code, such as EUR.");
		}
		if (Set.copyOf(request.photoIds()).size() < request.photoIds().size()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "photo-twice",
					"A photo is named twice: name each photo of the pack once.");
		}
		checkPhotos(request);
	}

	private void checkPhotos(PackRequest request) {
		List<String> missing = request.photoIds()
			.stream()
			.filter((photoId) -> !this.photos.sizesOnSale(photoId).contains(request.size()))
			.toList();
		if (!missing.isEmpty()) {
			throw new ProblemException(HttpStatus.CONFLICT, "photos-not-on-sale",
					"These photos are not on sale in that size: leave out those in 'photoIds', or choose another size.")
				.with("photoIds", missing);
		}
	}

	private static boolean isCurrency(String code) {
		return Currency.getAvailableCurrencies()
			.stream()
			.map(Currency::getCurrencyCode)
			.collect(Collectors.toSet())
			.contains(code);
	}

	@GetMapping("/v1/packs")
	@PermitAll
	@Operation(summary = "Packs on sale, newest first")
	PackPage packs(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage) {
		return answer(this.packs.onSale(perPage, cursor));
	}

	@GetMapping("/v1/pack-desk")
	@RolesAllowed("admin")
	@Operation(summary = "All packs, also those that cannot be bought now",
			description = "Only those that were taken away for good are left out.")
	PackPage desk(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(name = "per_page", defaultValue = "100") @Min(1) @Max(100) int perPage) {
		return answer(this.packs.all(perPage, cursor));
	}

	private static PackPage answer(Page<Pack> page) {
		return new PackPage(page.items().stream().map(PackView::of).toList(), page.cursor());
	}

	@GetMapping("/v1/packs/{id}")
	@PermitAll
	@Operation(summary = "A pack", description = "Its state says whether it can be bought; 410 once it is taken away.")
	ResponseEntity<PackView> pack(@PathVariable String id) {
		return answer(offered(id));
	}

	private Pack offered(String id) {
		Pack pack = this.packs.find(id).orElseThrow(PackController::unknown);
		if (pack.state() == PackState.WITHDRAWN) {
			throw new ProblemException(HttpStatus.GONE, "pack-withdrawn",
					"This pack is no longer offered. Its photos may still be on sale one by one.");
		}
		return pack;
	}

	private static ResponseEntity<PackView> answer(Pack pack) {
		return ResponseEntity.ok().eTag(EntityTags.of(pack.version())).body(PackView.of(pack));
	}

	@PutMapping("/v1/packs/{id}")
	@RolesAllowed("admin")
	@Operation(summary = "Change a pack: its words, its price, what is in it",
			description = "Needs If-Match with the pack's ETag. It is on sale again, as every photo of it must be. Who has bought it keeps what they bought.")
	ResponseEntity<PackView> change(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody PackRequest request, Caller caller) {
		long seen = EntityTags.seen(ifMatch);
		Pack pack = offered(id);
		check(request);
		if (pack.version() != seen) {
			throw stale(seen);
		}
		Pack changed = pack.changed(request);
		try {
			this.committer.commit(changed.saved().and(entry(changed, "change", caller)));
			return answer(changed);
		}
		catch (ConditionFailedException ex) {
			throw stale(seen);
		}
	}

	private static ProblemException stale(long seen) {
		return new ProblemException(HttpStatus.PRECONDITION_FAILED, "pack-changed-meanwhile",
				"The pack has changed since version " + seen
						+ ": get it again, look at what changed, and send yours with the new ETag.");
	}

	@DeleteMapping("/v1/packs/{id}")
	@RolesAllowed("admin")
	@Operation(summary = "Take a pack away for good", description = "Licences that were sold stay valid.")
	ResponseEntity<Void> remove(@PathVariable String id, Caller caller) {
		Pack pack = this.packs.find(id).orElseThrow(PackController::unknown);
		if (pack.state() != PackState.WITHDRAWN) {
			Pack gone = pack.become(PackState.WITHDRAWN);
			this.committer.commit(gone.saved().and(entry(gone, "remove", caller)));
		}
		return ResponseEntity.noContent().build();
	}

	private static ProblemException unknown() {
		return new ProblemException(HttpStatus.NOT_FOUND, "unknown-pack", "There is no such pack: check its id.");
	}

	/**
	 * A page of packs.
	 *
	 * @param data the packs
	 * @param nextCursor for the next page; absent on the last
	 */
	record PackPage(List<PackView> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

}
