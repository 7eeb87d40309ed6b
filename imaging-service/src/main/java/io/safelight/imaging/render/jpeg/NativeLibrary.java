package io.safelight.imaging.render.jpeg;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * A shared library found by name. It stays loaded as long as the process runs.
 */
@SuppressWarnings("restricted")
public final class NativeLibrary {

	private final SymbolLookup symbols;

	private NativeLibrary(SymbolLookup symbols) {
		this.symbols = symbols;
	}

	/** The first of some names that the system's loader finds; empty if none. */
	public static Optional<NativeLibrary> find(List<String> names) {
		for (String name : names) {
			try {
				return Optional.of(new NativeLibrary(SymbolLookup.libraryLookup(name, Arena.global())));
			}
			catch (IllegalArgumentException ex) {
				// Not this one.
			}
		}
		return Optional.empty();
	}

	/** The functions that every process has. */
	public static NativeLibrary standard() {
		return new NativeLibrary(Linker.nativeLinker().defaultLookup());
	}

	/** Where a function of the library is, to be handed to another one. */
	public MemorySegment address(String name) {
		return this.symbols.find(name)
			.orElseThrow(() -> new IllegalStateException("The library has no function " + name));
	}

	/**
	 * A function of the library.
	 * @throws IllegalStateException if the library is too old to have it
	 */
	public MethodHandle function(String name, FunctionDescriptor descriptor) {
		return Linker.nativeLinker().downcallHandle(address(name), descriptor);
	}

}
