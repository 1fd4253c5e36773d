package org.superbill.servicekit.problem;

import io.vertx.ext.web.RoutingContext;

/** What is left of a request's body when the answer is already known. */
public final class UnreadBody {

    private static final long PATIENCE_MILLIS = 2_000;

    private UnreadBody() {}

    /**
     * Throws away what still comes, for a while: a connection closed with unread bytes in it is reset, and the client never sees
     * its answer. Who is still sending after that is cut off.
     */
    public static void discard(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) {
            return;
        }
        context.response().putHeader("Connection", "close");
        request.handler(null);
        request.resume();
        context.vertx().setTimer(PATIENCE_MILLIS, timer -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
