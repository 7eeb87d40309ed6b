package io.safelight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A growing file, read line by line.
 */
final class LogTail {

	private final Path file;

	private long position;

	LogTail(Path file) {
		this.file = file;
	}

	List<String> last(int lines) throws IOException {
		List<String> all = Files.exists(this.file)
				? new String(Files.readAllBytes(this.file), StandardCharsets.UTF_8).lines().toList() : List.of();
		return all.subList(Math.max(0, all.size() - lines), all.size());
	}

	void skipToEnd() throws IOException {
		this.position = Files.exists(this.file) ? Files.size(this.file) : 0;
	}

	/**
	 * The whole lines that were added since the last call. A file that shrank begins
	 * anew.
	 */
	List<String> added() throws IOException {
		if (!Files.exists(this.file)) {
			return List.of();
		}
		if (Files.size(this.file) < this.position) {
			this.position = 0;
		}
		try (var channel = Files.newByteChannel(this.file)) {
			channel.position(this.position);
			var buffer = java.nio.ByteBuffer.allocate((int) Math.min(1 << 20, channel.size() - this.position));
			while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
				continue;
			}
			String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
			int end = text.lastIndexOf('\n') + 1;
			this.position += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
			return text.substring(0, end).lines().toList();
		}
	}

}
