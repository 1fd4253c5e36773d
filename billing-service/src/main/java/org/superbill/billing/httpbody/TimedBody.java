package org.superbill.billing.httpbody;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer, which has to come within a time: the timeout of Java's HTTP client ends with the head, so that whoever sends a
 * head and then nothing would be waited for without end.
 */
public final class TimedBody extends FilterInputStream {
    private final Duration pause;
    private final long endNanos;

    /**
     * @param body closing it from another thread ends a read
     * @param pause the longest between two pieces of it
     * @param whole the longest for all of it
     */
    public TimedBody(InputStream body, Duration pause, Duration whole) {
        super(body);
        this.pause = pause;
        this.endNanos = System.nanoTime() + whole.toNanos();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws HttpTimeoutException when nothing comes in time; the body is closed then */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var timer = new CompletableFuture<Void>();
        var left = Math.min(pause.toNanos(), endNanos - System.nanoTime());
        var unused = timer.orTimeout(Math.max(0, left), TimeUnit.NANOSECONDS).exceptionally(late -> {
            closeQuietly();
            return null;
        });
        try {
            var read = in.read(into, from, length);
            if (timer.isCompletedExceptionally()) {
                throw late();
            }
            return read;
        } catch (IOException e) {
            throw timer.isCompletedExceptionally() ? late() : e;
        } finally {
            timer.complete(null);
        }
    }

    private static HttpTimeoutException late() {
        return new HttpTimeoutException("The body does not come in time");
    }

    private void closeQuietly() {
        try {
            in.close();
        } catch (IOException e) {
            // it is given up anyway
        }
    }
}
