package io.safelight.imaging.darkroom;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PhotoLimits;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException;

/**
 * The worker's side: takes orders from standard input and answers on standard output. One
 * thread listens, so that the process ends as soon as the service does, even while the
 * other is lost in native code.
 */
public final class RenderingProcess {

	/** An order: how it is announced. */
	static final int ORDER = 'O';

	/** The answer to {@link Frame.Asking}. */
	static final int ADMITTED = 'G';

	private static final int BUFFER = 1 << 16;

	private final PhotoWork work;

	private final DataInputStream in;

	private final DataOutputStream out;

	private final SynchronousQueue<Job> orders = new SynchronousQueue<>();

	private final Semaphore admitted = new Semaphore(0);

	RenderingProcess(PhotoWork work, InputStream in, FileOutputStream out) {
		this.work = work;
		this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
		this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
	}

	public static void main(String[] args) {
		System.setProperty("java.awt.headless", "true");
		run(new PhotoRendering(PhotoLimits.ofArguments(List.of(args))));
	}

	/** Works until standard input ends; then ends the process. */
	static void run(PhotoWork work) {
		RenderingProcess process = new RenderingProcess(work, new FileInputStream(FileDescriptor.in),
				new FileOutputStream(FileDescriptor.out));
		// Whatever a library prints must not get between the frames.
		System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
		Thread.ofPlatform().name("orders").daemon().start(process::listen);
		process.serve();
	}

	private void listen() {
		try {
			while (true) {
				switch (this.in.readUnsignedByte()) {
					case ORDER -> this.orders.put(receive());
					case ADMITTED -> this.admitted.release();
					default -> throw new IOException("The service said something unknown");
				}
			}
		}
		catch (IOException | UnusablePhotoException | InterruptedException ex) {
			// Standard input has ended: nobody wants anything of this process any more.
			Runtime.getRuntime().halt(0);
		}
	}

	private Job receive() throws IOException, UnusablePhotoException {
		String seed = this.in.readUTF();
		boolean webp = this.in.readBoolean();
		List<RenditionSize> sizes = new ArrayList<>();
		for (int left = this.in.readByte(); left > 0; left--) {
			sizes.add(FrameCodec.size(this.in.readUTF()));
		}
		long length = this.in.readLong();
		return new Job(Original.receive(new Portion(this.in, length), length), new Order(seed, sizes, webp));
	}

	private void serve() {
		try {
			say(new Frame.Ready());
			while (true) {
				Job job = this.orders.take();
				say(answer(job));
			}
		}
		catch (IOException | InterruptedException ex) {
			// Nobody listens any more.
			Runtime.getRuntime().halt(0);
		}
	}

	private Frame answer(Job job) throws IOException, InterruptedException {
		try (Original original = job.original()) {
			Development development = this.work.develop(original, job.order(), (copy) -> say(new Frame.Copy(copy)),
					this::ask);
			return new Frame.Done(development, ResidentMemory.afterTidying());
		}
		catch (UnusablePhotoException ex) {
			return new Frame.Refused(ex.reason(), String.valueOf(ex.getMessage()));
		}
		catch (IOException | RuntimeException ex) {
			return new Frame.Failed(ex.toString());
		}
	}

	private void ask(long pixels) throws InterruptedException {
		say(new Frame.Asking(pixels));
		this.admitted.acquire();
	}

	private void say(Frame frame) {
		try {
			FrameCodec.write(this.out, frame);
		}
		catch (IOException ex) {
			Runtime.getRuntime().halt(0);
		}
	}

	/** An order and the file it is about. */
	private record Job(Original original, Order order) {
	}

	/** So many bytes of a stream that goes on behind them. */
	private static final class Portion extends InputStream {

		private final InputStream stream;

		private long left;

		Portion(InputStream stream, long length) {
			this.stream = stream;
			this.left = length;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			if (this.left == 0) {
				return -1;
			}
			int count = this.stream.read(bytes, offset, (int) Math.min(length, this.left));
			if (count < 0) {
				throw new java.io.EOFException();
			}
			this.left -= count;
			return count;
		}

	}

}
