package org.superbill.gateway.proxy;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** A body that nobody holds in memory: so many zeroes, and a count of how many have been asked for. */
final class ZeroesTo extends InputStream {

    private final long total;
    private final AtomicLong read;

    ZeroesTo(long total, AtomicLong read) {
        this.total = total;
        this.read = read;
    }

    @Override
    public int read() {
        return read.getAndIncrement() < total ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        var n = (int) Math.min(length, total - read.get());
        if (n <= 0) {
            return -1;
        }
        read.addAndGet(n);
        return n;
    }
}
