package io.safelight.benchmarks.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.safelight.benchmarks.imaging.WorkerProcess.Cost;
import io.safelight.pictures.Likeness;

/**
 * Sets of copies per second and core beside sharp. Each candidate has a persistent
 * worker, all on the same core, one at a time; they take turns, picture by picture, after
 * a warm-up. What counts is the time that their threads were on a processor.
 */
public final class ImagingBenchmark {

	private static final String ALL = "12mp,20mp,24mp,24mp-odd,24mp-444,24mp-p3,24mp-progressive,24mp-rotated,50mp,50mp-444";

	private static final String WARM_UP = "12mp";

	private final Workshop workshop;

	private final Map<String, String> options;

	private final Map<Candidate, WorkerProcess> workers = new EnumMap<>(Candidate.class);

	private ImagingBenchmark(Map<String, String> options) {
		this.workshop = new Workshop(Path.of(System.getProperty("safelight.home", ".")).toAbsolutePath());
		this.options = options;
	}

	/**
	 * Runs it.
	 * @param args {@code --photos=<folder>}, {@code --pictures=24mp,50mp},
	 * {@code --candidates=native,sharp-tuned}, {@code --huffman=optimised|standard},
	 * {@code --rounds=5}, {@code --quality=yes|no|only}
	 */
	public static void main(String... args) throws Exception {
		Map<String, String> options = new LinkedHashMap<>();
		for (String arg : args) {
			String[] parts = arg.replaceFirst("^--", "").split("=", 2);
			options.put(parts[0], (parts.length == 2) ? parts[1] : "yes");
		}
		new ImagingBenchmark(options).run();
	}

	private void run() throws IOException, InterruptedException {
		System.out.println("Preparing sharp and the pictures in " + this.workshop.folder() + " …");
		this.workshop.prepare(option("photos", ""));
		List<Candidate> candidates = Candidate
			.of(option("candidates", "native,scalar,java,floor,sharp-tuned,sharp-idiomatic"));
		String huffman = option("huffman", "optimised");
		try {
			for (Candidate candidate : candidates) {
				WorkerProcess worker = new WorkerProcess(candidate.command(this.workshop, huffman),
						this.workshop.folder().resolve("log"));
				this.workers.put(candidate, worker);
				System.out.printf("%-16s %s%n", candidate.label(), worker.greeting());
			}
			if (!option("quality", "yes").equals("only")) {
				compareTimes(huffman);
			}
			if (!option("quality", "yes").equals("no")) {
				compareQuality();
			}
		}
		finally {
			this.workers.values().forEach(WorkerProcess::close);
		}
	}

	private String option(String name, String otherwise) {
		return this.options.getOrDefault(name, otherwise);
	}

	private List<String> pictures() {
		return List.of(option("pictures", ALL).split(","));
	}

	private void compareTimes(String huffman) throws IOException {
		for (Map.Entry<Candidate, WorkerProcess> entry : this.workers.entrySet()) {
			for (int i = 0; i < entry.getKey().warmUps(); i++) {
				entry.getValue().make(this.workshop.picture(WARM_UP));
			}
		}
		System.out.printf("%nCPU ms per set, %s Huffman codes; sets per second and core; × the last%n", huffman);
		for (String picture : pictures()) {
			report(picture, rounds(picture));
		}
		System.out.printf("%nPeak memory of the workers after all of these%n");
		for (Map.Entry<Candidate, WorkerProcess> entry : this.workers.entrySet()) {
			System.out.printf("%-16s %d MB%n", entry.getKey().label(), entry.getValue().peakMegabytes());
		}
	}

	private Map<Candidate, List<Cost>> rounds(String picture) throws IOException {
		Map<Candidate, List<Cost>> costs = new EnumMap<>(Candidate.class);
		int rounds = Integer.parseInt(option("rounds", "5"));
		for (int round = -1; round < rounds; round++) {
			for (Map.Entry<Candidate, WorkerProcess> entry : this.workers.entrySet()) {
				Cost cost = entry.getValue().make(this.workshop.picture(picture));
				if (round >= 0) {
					costs.computeIfAbsent(entry.getKey(), (_) -> new ArrayList<>()).add(cost);
				}
			}
		}
		return costs;
	}

	private static void report(String picture, Map<Candidate, List<Cost>> costs) {
		List<Cost> base = List.copyOf(costs.values()).getLast();
		System.out.printf("%n%s%n", picture);
		costs.forEach((candidate, made) -> {
			List<Double> ratios = new ArrayList<>();
			for (int i = 0; i < made.size(); i++) {
				ratios.add(base.get(i).millis() / made.get(i).millis());
			}
			double millis = median(made.stream().map(Cost::millis).toList());
			System.out.printf("  %-16s %7.0f ms %6.2f sets/s  × %.2f [%.2f–%.2f]  %,d bytes%n", candidate.label(),
					millis, 1000 / millis, median(ratios), ratios.stream().min(Double::compare).orElse(0.0),
					ratios.stream().max(Double::compare).orElse(0.0), made.getFirst().bytes());
		});
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
	}

	private void compareQuality() throws IOException {
		System.out.printf("%nPSNR in dB and SSIM against Lanczos in floating point, no watermark%n");
		for (String picture : pictures()) {
			if (picture.contains("rotated")) {
				continue;
			}
			Map<Candidate, Path> folders = new EnumMap<>(Candidate.class);
			for (Map.Entry<Candidate, WorkerProcess> entry : this.workers.entrySet()) {
				Path folder = this.workshop.folder().resolve("sets").resolve(entry.getKey().label());
				Files.createDirectories(folder);
				entry.getValue().keep(this.workshop.picture(picture), folder);
				if (entry.getKey() != Candidate.FLOOR) {
					folders.put(entry.getKey(), folder);
				}
			}
			System.out.printf("%n%s%n", picture);
			CopyQuality.of(this.workshop.picture(picture), folders).forEach(ImagingBenchmark::reportQuality);
		}
	}

	private static void reportQuality(Candidate candidate, Map<String, Likeness> sizes) {
		StringBuilder line = new StringBuilder();
		sizes.forEach(
				(size, likeness) -> line.append("  %s %.2f %.4f".formatted(size, likeness.psnr(), likeness.ssim())));
		System.out.printf("  %-16s%s%n", candidate.label(), line);
	}

}
