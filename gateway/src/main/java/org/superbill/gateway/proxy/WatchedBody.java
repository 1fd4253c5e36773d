package org.superbill.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body on its way through: counted against its limit and reported as a sign of life; held only by {@link #whole}. */
final class WatchedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limitBytes;
    private final Runnable signOfLife;
    private final Runnable end;
    private long bytes;
    private boolean awaited;
    private @Nullable Handler<Throwable> failed;

    WatchedBody(ReadStream<Buffer> source, long limitBytes, Runnable signOfLife, Runnable end) {
        this.source = source;
        this.limitBytes = limitBytes;
        this.signOfLife = signOfLife;
        this.end = end;
    }

    /** Reads all of it, up to the limit. @param given up from outside when it fails first */
    Future<Buffer> whole(Promise<Buffer> given) {
        var all = Buffer.buffer();
        exceptionHandler(given::tryFail);
        endHandler(ended -> given.tryComplete(all));
        handler(all::appendBuffer);
        resume();
        return given.future();
    }

    /** Whether somebody wants more of it and nothing comes: then its sender is to blame. */
    boolean isAwaited() {
        return awaited;
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
        awaited = false;
        source.pause();
        return this;
    }

    @Override
    public WatchedBody resume() {
        awaited = true;
        source.resume();
        return this;
    }

    @Override
    public WatchedBody fetch(long amount) {
        awaited = true;
        source.fetch(amount);
        return this;
    }

    @Override
    public WatchedBody endHandler(@Nullable Handler<Void> handler) {
        if (handler == null) {
            source.endHandler(null);
            return this;
        }
        source.endHandler(ended -> {
            awaited = false;
            end.run();
            handler.handle(ended);
        });
        return this;
    }
}
