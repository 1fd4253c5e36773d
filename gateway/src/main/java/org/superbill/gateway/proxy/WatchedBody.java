package org.superbill.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body on its way through: counted against its limit and reported as a sign of life, never held. */
final class WatchedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limitBytes;
    private final Runnable signOfLife;
    private long bytes;
    private @Nullable Handler<Throwable> failed;

    WatchedBody(ReadStream<Buffer> source, long limitBytes, Runnable signOfLife) {
        this.source = source;
        this.limitBytes = limitBytes;
        this.signOfLife = signOfLife;
    }

    /** More came than the limit allows. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    long limitBytes() {
        return limitBytes;
    }

    boolean isTooLarge() {
        return bytes > limitBytes;
    }

    @Override
    public WatchedBody handler(@Nullable Handler<Buffer> handler) {
        if (handler == null) {
            source.handler(null);
            return this;
        }
        source.handler(buffer -> {
            signOfLife.run();
            var wasTooLarge = isTooLarge();
            bytes += buffer.length();
            if (!isTooLarge()) {
                handler.handle(buffer);
            } else if (!wasTooLarge && failed != null) {
                failed.handle(new TooLarge());
            }
        });
        return this;
    }

    @Override
    public WatchedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public WatchedBody pause() {
        source.pause();
        return this;
    }

    @Override
    public WatchedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public WatchedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    @Override
    public WatchedBody endHandler(@Nullable Handler<Void> handler) {
        if (handler == null) {
            source.endHandler(null);
            return this;
        }
        source.endHandler(end -> {
            signOfLife.run();
            handler.handle(end);
        });
        return this;
    }
}
