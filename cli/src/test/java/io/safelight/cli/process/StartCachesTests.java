package io.safelight.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StartCachesTests {

	private static final Instant BUILT = Instant.parse("2026-01-02T03:04:05Z");

	@TempDir
	private Path folder = Path.of(".");

	private Installation installation = new Installation(Path.of("."), Path.of("."), Path.of("."), 0);

	@BeforeEach
	void everyCacheIsThere() throws IOException {
		this.installation = new Installation(this.folder.resolve("home"), this.folder.resolve("state"),
				this.folder.resolve("caches"), 0);
		this.installation.prepare();
		for (App app : this.installation.apps()) {
			Path jar = this.installation.jar(app);
			Files.createDirectories(jar.resolveSibling("lib"));
			Files.createFile(jar);
			Files.setLastModifiedTime(jar, FileTime.from(BUILT));
			Files.createFile(this.installation.cache(app));
			Files.setLastModifiedTime(this.installation.cache(app), FileTime.from(BUILT.plusSeconds(60)));
		}
	}

	private List<String> caches() throws IOException {
		try (var files = Files.list(this.installation.caches())) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private List<String> whole() {
		return this.installation.apps().stream().map((app) -> app.name() + ".aot").sorted().toList();
	}

	private void leave(String... names) throws IOException {
		for (String name : names) {
			Files.writeString(this.installation.caches().resolve(name), "half");
		}
	}

	@Test
	void takesAwayWhatARehearsalLeftThatWasKilled() throws Exception {
		leave("upload.aot.new", "upload.aot.new.config", "search.aot.new.config.1");
		List<String> made = new ArrayList<>();
		new StartCaches(this.installation).makeMissing(made::add);
		assertThat(caches()).isEqualTo(whole());
		assertThat(made).isEmpty();
	}

	@Test
	void leavesNothingHalfMadeWhenItIsEnded() throws Exception {
		leave("local-cloud.aot.new.config");
		new StartCaches(this.installation).close();
		assertThat(caches()).isEqualTo(whole());
	}

	@Test
	void leavesAloneWhatSomebodyElseIsMaking() throws Exception {
		leave("upload.aot.new.config");
		Installation stage = this.installation.beside("rehearsal", 15_000);
		stage.prepare();
		Files.writeString(stage.pidFile(stage.apps().getFirst()), Long.toString(ProcessHandle.current().pid()));
		StartCaches refused = new StartCaches(this.installation);
		assertThatIllegalStateException().isThrownBy(() -> refused.makeMissing((name) -> {
		})).withMessageContaining("already");
		refused.close();
		assertThat(stage.pidFile(stage.apps().getFirst())).exists();
		assertThat(caches()).contains("upload.aot.new.config");
	}

	@Test
	void knowsACacheThatIsOlderThanWhatItWasMadeOf() throws Exception {
		Launcher launcher = new Launcher(this.installation);
		App upload = this.installation.app("upload");
		assertThat(launcher.isFresh(upload)).isTrue();
		Path library = Files.createFile(this.installation.jar(upload).resolveSibling("lib").resolve("a.jar"));
		Files.setLastModifiedTime(library, FileTime.from(BUILT.plusSeconds(61)));
		assertThat(launcher.isFresh(upload)).isFalse();
	}

}
