package org.superbill.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Ports that nothing listens on, below the range from which Linux takes the ports of outgoing connections. */
final class FreePorts {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final Set<Integer> GIVEN = new HashSet<>();
    private static @Nullable FileChannel taken;

    private FreePorts() {}

    /** A free port, never the same twice in this process, nor one that another process has taken and does not listen on yet. */
    static synchronized int take() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && GIVEN.add(port) && isOurs(port)) {
                return port;
            }
        }
    }

    /** Whether our process is the one that has it: by a lock on a byte of a file that all share, which ends with the process. */
    private static boolean isOurs(int port) {
        try {
            var file = taken;
            if (file == null) {
                var path = Path.of(System.getProperty("java.io.tmpdir"), "superbill-ports");
                file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                taken = file;
            }
            return file.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false; // another class loader's
        } catch (IOException e) {
            return true; // another user's file: then by chance, one of twelve thousand
        }
    }

    static boolean isFree(int port) {
        return isFree(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && isFree(new InetSocketAddress(port));
    }

    private static boolean isFree(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port in TIME_WAIT is free
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
