package org.superbill.servicekit.idempotency;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Lets {@link BodyDigest} see the body of every write. */
@Provider
public class DigestingReader implements ReaderInterceptor {

    private final BodyDigest body;

    DigestingReader(BodyDigest body) {
        this.body = body;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(body.watch(context.getInputStream()));
        return context.proceed();
    }
}
