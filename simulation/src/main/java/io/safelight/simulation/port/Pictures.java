package io.safelight.simulation.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.analysis.WeightedColour;
import io.safelight.imaging.darkroom.Darkroom;
import io.safelight.imaging.darkroom.Development;
import io.safelight.imaging.darkroom.Order;
import io.safelight.imaging.darkroom.Tray;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.simulation.Process;
import io.safelight.simulation.World;

/**
 * A darkroom without pixels: each copy is its own name.
 */
final class Pictures implements Darkroom {

	private final World world;

	private final Process process;

	Pictures(World world, Process process) {
		this.world = world;
		this.process = process;
	}

	@Override
	public Development develop(Original original, Order order, Tray tray) throws UnusablePhotoException, IOException {
		Originals.Kind kind = this.world.call(this.process, "darkroom.develop", () -> this.world.kindOf(order.seed()));
		if (kind == Originals.Kind.UNRENDERABLE) {
			throw new UnusablePhotoException(UnusablePhotoException.Reason.DAMAGED, "Its colours make no sense.");
		}
		if (kind == Originals.Kind.CURSED) {
			throw new IOException("The machine is at fault");
		}
		for (RenditionSize size : order.sizes()) {
			byte[] jpeg = (order.seed() + " as " + size).getBytes(StandardCharsets.US_ASCII);
			tray.take(Rendition.of(size, 300, 200, jpeg));
		}
		return new Development(3000, 2000, List.of(new WeightedColour("336699", 1.0)), "placeholder", "fingerprint",
				new PhotoQuality(80, 50, 50, 0, 1));
	}

}
