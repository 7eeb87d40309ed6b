package io.safelight.simulation.people;

import java.util.List;
import java.util.Optional;

import io.safelight.purchase.link.LinkDesk;
import io.safelight.purchase.offer.Offers;
import io.safelight.purchase.order.OrderDesk;
import io.safelight.simulation.World;

/**
 * Buys a photo, mints a link and fetches the file. Somebody else in the same house has
 * the link too.
 */
public final class Customer extends Person {

	private static final int PATIENCE = 12;

	private final String name;

	private final String key;

	private int looked;

	public Customer(World world, int number) {
		super(world);
		this.name = "ben-" + number % 3;
		this.key = "basket-" + number;
	}

	/** Looks whether there is something to buy, for some days. */
	public void look() {
		ask("purchase", "look-around", (process) -> {
			List<String> photos = world().photos()
				.stream()
				.filter((id) -> process.get(Offers.class).photo(id).filter((photo) -> photo.onSale()).isPresent())
				.toList();
			if (!photos.isEmpty()) {
				String photo = photos.get(world().chance().nextInt(photos.size()));
				later(100, 10_000, () -> buy(photo));
			}
			else if (++this.looked < PATIENCE) {
				later(60_000, 60_000L << this.looked, this::look);
			}
			return true;
		});
	}

	private void buy(String photoId) {
		ask("purchase", "place-order", (process) -> {
			Optional<String> licence = OrderDesk.place(process, this.name, this.key, photoId, "p1000");
			licence.ifPresent((id) -> later(1000, 60_000, () -> mint(id)));
			return true;
		});
	}

	private void mint(String licenceId) {
		ask("purchase", "mint-link", (process) -> {
			LinkDesk.Minted minted = LinkDesk.mint(process, licenceId, this.name, this.key);
			String linkId = minted.linkId();
			String secret = minted.secret();
			if (linkId != null && secret != null) {
				later(100, 60_000, () -> claim(linkId, secret, "laptop"));
				later(100, 60_000, () -> claim(linkId, secret, "telephone"));
			}
			return !minted.tooEarly();
		});
	}

	private void claim(String linkId, String secret, String device) {
		ask("purchase", "claim-link", (process) -> {
			LinkDesk.claim(process, linkId, this.name, secret, device)
				.ifPresent((claimId) -> later(100, 20_000, () -> fetch(claimId)));
			return true;
		});
	}

	private void fetch(String claimId) {
		ask("purchase", "fetch-file", (process) -> {
			if (LinkDesk.fetch(process, claimId) > 0) {
				later(10, 1000, () -> done(claimId));
			}
			return true;
		});
	}

	private void done(String claimId) {
		ask("purchase", "say-done", (process) -> {
			LinkDesk.done(process, claimId);
			return true;
		});
	}

}
