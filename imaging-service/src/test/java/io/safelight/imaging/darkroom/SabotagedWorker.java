package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PhotoLimits;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException;

/**
 * A worker that does what the "photo" says: die, hang, devour memory, talk nonsense. Real
 * photos are developed.
 */
public final class SabotagedWorker implements PhotoWork {

	private final PhotoWork real;

	private SabotagedWorker(PhotoWork real) {
		this.real = real;
	}

	public static void main(String[] args) {
		System.setProperty("java.awt.headless", "true");
		RenderingProcess.run(new SabotagedWorker(new PhotoRendering(PhotoLimits.ofArguments(List.of(args)))));
	}

	@Override
	public Development develop(Original original, Order order, Tray tray, Admission admission)
			throws UnusablePhotoException, IOException, InterruptedException {
		String[] words = new String(original.stream().readNBytes(200), StandardCharsets.ISO_8859_1).split(" ");
		switch (words[0]) {
			case "FAULT" -> fault();
			case "EXIT" -> System.exit(7);
			case "HANG" -> hang();
			case "SLEEP" -> Thread.currentThread().join();
			case "HEAP" -> devourHeap();
			case "NATIVE" -> devourNativeMemory();
			case "CHATTER" -> System.out.println("A library says hello");
			case "NONSENSE" -> tray.take(rendition(RenditionSize.FULL));
			case "TWICE" -> admission.await(1);
			case "ONCE" -> {
				tray.take(rendition(RenditionSize.W320));
				faultUnlessThereIs(Path.of(words[1]));
			}
			default -> {
				return this.real.develop(original, order, tray, admission);
			}
		}
		admission.await(1);
		return new Development(1, 1, List.of(), String.join(" ", System.getenv().keySet()), "",
				new PhotoQuality(0, 0, 0, 0, 0));
	}

	private static Rendition rendition(RenditionSize size) {
		return Rendition.of(size, 1, 1, new byte[10]);
	}

	private static void faultUnlessThereIs(Path sign) throws IOException {
		if (!Files.exists(sign)) {
			Files.createFile(sign);
			fault();
		}
	}

	/** Reads where there is nothing: a segmentation fault, as a decoder's may be. */
	@SuppressWarnings("restricted")
	private static void fault() {
		long nothing = MemorySegment.NULL.reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
		throw new IllegalStateException("still alive, and read " + nothing);
	}

	private static void hang() {
		while (true) {
			Thread.onSpinWait();
		}
	}

	private static void devourHeap() {
		List<byte[]> all = new ArrayList<>();
		while (!all.isEmpty() || all.add(new byte[1])) {
			all.add(new byte[8 << 20]);
		}
	}

	/** Memory from the system's allocator, written to so that it is really there. */
	private static void devourNativeMemory() {
		for (int i = 0; i < 4096; i++) {
			Arena.global().allocate(16 << 20).fill((byte) 1);
		}
	}

}
