package io.safelight.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.safelight.search.message.PhotoOnSale;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on disk: a projection of the table that can be thrown away at any time.
 * Searching is safe for several threads; there must be one writer.
 */
public final class PhotoIndex implements PhotoProjection {

	private static final Logger log = LoggerFactory.getLogger(PhotoIndex.class);

	private final Directory directory;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	private PhotoIndex(Directory directory, IndexWriter writer) throws IOException {
		this.directory = directory;
		this.writer = writer;
		this.searchers = new SearcherManager(writer, new SearcherFactory());
	}

	/**
	 * Opens the index, an empty one where there is none or it cannot be read any more.
	 * @throws IllegalStateException if another process has it open
	 */
	public static PhotoIndex open(Path path) {
		try {
			return openOrReplace(path);
		}
		catch (LockObtainFailedException ex) {
			throw new IllegalStateException("The index in " + path
					+ " is in use by another process: give each search-service its own safelight.search.index-dir", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot open the index in " + path, ex);
		}
	}

	private static PhotoIndex openOrReplace(Path path) throws IOException {
		Files.createDirectories(path);
		Directory directory = FSDirectory.open(path);
		try {
			return new PhotoIndex(directory, writer(directory));
		}
		catch (LockObtainFailedException ex) {
			throw ex;
		}
		catch (IOException ex) {
			log.warn("The index in {} cannot be read and is made anew: {}", path, ex.toString());
			deleteFiles(directory);
			return new PhotoIndex(directory, writer(directory));
		}
	}

	private static IndexWriter writer(Directory directory) throws IOException {
		return new IndexWriter(directory, new IndexWriterConfig(Analyzers.all()).setCommitOnClose(false));
	}

	private static void deleteFiles(Directory directory) throws IOException {
		for (String file : directory.listAll()) {
			if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
				directory.deleteFile(file);
			}
		}
	}

	@Override
	public void put(PhotoOnSale photo, long sold) {
		run(() -> this.writer.updateDocument(id(photo.photoId()), PhotoFields.document(photo, sold)));
	}

	@Override
	public void remove(String photoId) {
		run(() -> this.writer.deleteDocuments(id(photoId)));
	}

	private static Term id(String photoId) {
		return new Term(PhotoFields.ID, photoId);
	}

	@Override
	public void clear() {
		run(this.writer::deleteAll);
	}

	@Override
	public void refresh() {
		run(this.searchers::maybeRefreshBlocking);
	}

	@Override
	public void commit(Map<String, String> notes) {
		run(() -> {
			this.writer.setLiveCommitData(notes.entrySet());
			this.writer.commit();
		});
	}

	@Override
	public Map<String, String> notes() {
		Map<String, String> notes = new HashMap<>();
		Iterable<Map.Entry<String, String>> data = this.writer.getLiveCommitData();
		if (data != null) {
			data.forEach((entry) -> notes.put(entry.getKey(), entry.getValue()));
		}
		return notes;
	}

	@Override
	public int count() {
		return search((searcher) -> searcher.getIndexReader().numDocs());
	}

	<T> T search(Search<T> search) {
		try {
			IndexSearcher searcher = this.searchers.acquire();
			try {
				return search.in(searcher);
			}
			finally {
				this.searchers.release(searcher);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index cannot be searched", ex);
		}
	}

	@Override
	public void close() {
		run(() -> {
			this.searchers.close();
			this.writer.close();
			this.directory.close();
		});
	}

	private static void run(Write write) {
		try {
			write.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index cannot be written", ex);
		}
	}

	/**
	 * Something to find out.
	 *
	 * @param <T> what it gives
	 */
	@FunctionalInterface
	interface Search<T> {

		T in(IndexSearcher searcher) throws IOException;

	}

	@FunctionalInterface
	private interface Write {

		void run() throws IOException;

	}

}
