package io.safelight.benchmarks.imaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PhotoLimits;
import io.safelight.imaging.render.PhotoRenderer;
import io.safelight.imaging.render.RenderRequest;
import io.safelight.imaging.render.RenderingMeans;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.imaging.render.jpeg.Huffman;
import io.safelight.imaging.render.jpeg.JpegSettings;
import io.safelight.imaging.render.jpeg.NativeCodec;

/**
 * One worker of ours, with the interface of {@code sharp-worker.mjs}: a line in is a
 * picture to make a set of, a line out is its bytes.
 */
final class RenderingWorker {

	private static final Map<RenditionSize, Integer> QUALITIES = Map.of(RenditionSize.FULL, 92, RenditionSize.P2500, 90,
			RenditionSize.W1600, 85, RenditionSize.P1000, 90, RenditionSize.W800, 82, RenditionSize.W320, 80);

	private static final List<RenditionSize> ALL = List.of(RenditionSize.values());

	private final PhotoRenderer renderer;

	private final RenderRequest request;

	private RenderingWorker(RenderingMeans means, Huffman huffman) {
		this.renderer = new PhotoRenderer(PhotoLimits.DEFAULT, means);
		Map<RenditionSize, JpegSettings> settings = new EnumMap<>(RenditionSize.class);
		QUALITIES.forEach((size, quality) -> settings.put(size, new JpegSettings(quality, false, huffman)));
		this.request = RenderRequest.of("0c5a1b52-9d3b-4f0e-9d7f-0c3f6f6a1c11", ALL).with(settings);
	}

	public static void main(String... args) throws Exception {
		Huffman huffman = Huffman.valueOf(args[1].toUpperCase(Locale.ROOT));
		boolean floor = args[0].equals("floor");
		RenderingWorker worker = new RenderingWorker(means(args[0]), huffman);
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		out.println("ready " + NativeCodec.get() + ", Java " + Runtime.version());
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			String[] parts = line.split("\t");
			out.println(floor ? Floor.bytes(Path.of(parts[0]), huffman)
					: worker.make(Path.of(parts[0]), parts[1], parts[2].equals("marked")));
		}
	}

	private static RenderingMeans means(String name) {
		return switch (name) {
			case "native" -> RenderingMeans.found();
			case "scalar" -> new RenderingMeans(NativeCodec.get(), false);
			case "java" -> new RenderingMeans(NativeCodec.none(), RenderingMeans.found().vectors());
			case "floor" -> RenderingMeans.found();
			default -> throw new IllegalArgumentException("There are no such means: " + name);
		};
	}

	private long make(Path file, String folder, boolean marked) throws IOException, UnusablePhotoException {
		long[] bytes = new long[1];
		try (InputStream in = Files.newInputStream(file); Original original = Original.receive(in, Long.MAX_VALUE)) {
			this.renderer.render(original, marked ? this.request : this.request.unmarked(), (rendition, _) -> {
				bytes[0] += rendition.jpeg().length;
				if (!folder.equals("-")) {
					Files.write(Path.of(folder, rendition.size().label() + ".jpg"), rendition.jpeg());
				}
			});
		}
		return bytes[0];
	}

}
