package io.safelight.imaging.render.jpeg;

/**
 * Which codes a JPEG file is written with.
 */
public enum Huffman {

	/**
	 * The example tables of ITU-T T.81, annex K: quick to write, larger by some percent.
	 */
	STANDARD,

	/** Codes that fit the very picture. */
	OPTIMISED

}
