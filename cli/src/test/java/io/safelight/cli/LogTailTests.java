package io.safelight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTests {

	@TempDir
	private Path folder = Path.of(".");

	private void append(Path file, String text) throws IOException {
		Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	@Test
	void showsWholeLinesOnce() throws IOException {
		Path file = this.folder.resolve("a.log");
		LogTail tail = new LogTail(file);
		assertThat(tail.added()).isEmpty();
		append(file, "one\ntwo\nthr");
		assertThat(tail.added()).containsExactly("one", "two");
		append(file, "ee\n");
		assertThat(tail.added()).containsExactly("three");
		assertThat(tail.added()).isEmpty();
	}

	@Test
	void beginsAnewWhenTheLogDoes() throws IOException {
		Path file = this.folder.resolve("a.log");
		LogTail tail = new LogTail(file);
		append(file, "a long first line\n");
		tail.added();
		Files.writeString(file, "new\n");
		assertThat(tail.added()).containsExactly("new");
	}

	@Test
	void showsTheLastLines() throws IOException {
		Path file = this.folder.resolve("a.log");
		append(file, "one\ntwo\nthree\n");
		assertThat(new LogTail(file).last(2)).containsExactly("two", "three");
	}

}
