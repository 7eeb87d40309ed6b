package io.safelight.simulation.people;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import io.safelight.catalog.photo.PhotoDesk;
import io.safelight.simulation.World;
import io.safelight.simulation.port.Originals;
import io.safelight.upload.session.BeginUpload;
import io.safelight.upload.session.CompleteUpload;
import io.safelight.upload.session.ContributorId;
import io.safelight.upload.session.Declaration;
import io.safelight.upload.session.Sha256;
import io.safelight.upload.session.Upload;
import io.safelight.upload.session.UploadId;
import io.safelight.upload.session.Uploads;

/**
 * Uploads one photo. Some begin and never bring their bytes, some forget to say that they
 * are done, some take their photo off sale again.
 */
public final class Photographer extends Person {

	private final ContributorId contributor;

	private final String name;

	private final Originals.Kind kind;

	private final byte[] file;

	private final Habit habit;

	public Photographer(World world, int number, Originals.Kind kind, Habit habit) {
		super(world);
		this.contributor = new ContributorId("ana-" + number % 5);
		this.name = "photo-" + number;
		this.kind = kind;
		this.file = Originals.of(kind, this.name);
		this.habit = habit;
	}

	/** What somebody does beside uploading. */
	public enum Habit {

		/** Nothing special. */
		CAREFUL,
		/** Goes away before the bytes have come. */
		LEAVES,
		/** Goes away when the bytes have come. */
		FORGETS,
		/** Takes the photo off sale again. */
		REGRETS

	}

	public void begin() {
		Declaration declaration = new Declaration(this.name + ".jpg", "image/jpeg", this.file.length,
				new Sha256(sha256(this.file)), null, List.of("sea"));
		ask("upload", "begin-upload", (process) -> {
			BeginUpload.Outcome outcome = process.get(BeginUpload.class)
				.begin(this.contributor, this.contributor + "@example.org", declaration, this.name);
			if (outcome instanceof BeginUpload.Outcome.Begun begun) {
				Upload upload = begun.upload();
				world().know(upload.id().toString(), this.kind);
				if (this.habit != Habit.LEAVES) {
					later(1000, 60_000, () -> bring(upload));
				}
			}
			return true;
		});
	}

	private void bring(Upload upload) {
		boolean taken = world().ports().buckets().receive(upload.multipart().id(), 1, this.file, world().time());
		if (taken && this.habit != Habit.FORGETS) {
			later(100, 10_000, () -> complete(upload.id()));
		}
	}

	private void complete(UploadId id) {
		ask("upload", "complete-upload", (process) -> {
			Upload upload = process.get(Uploads.class).find(this.contributor, id).orElseThrow();
			process.get(CompleteUpload.class).complete(upload);
			if (this.habit == Habit.REGRETS) {
				later(60_000, 7_200_000, () -> remove(id.toString()));
			}
			return true;
		});
	}

	private void remove(String photoId) {
		ask("catalog", "remove-photo", (process) -> {
			PhotoDesk.remove(process, photoId, this.contributor.value());
			return true;
		});
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
