package org.superbill.servicekit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Deed;
import org.superbill.servicekit.idempotency.StoredAnswer.Header;
import org.superbill.servicekit.request.OneTransaction;
import org.superbill.servicekit.security.Caller;

/** Around a resource method: one transaction in which the request is taken, done and its answer stored, or replayed. */
@Idempotent
@Interceptor
@Priority(IdempotentInterceptor.PRIORITY)
class IdempotentInterceptor {

    /** Outside of {@code @Transactional} and of the audit's record of a change. */
    static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 190;

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final CurrentVertxRequest current;
    private final Caller caller;
    private final BodyDigest body;
    private final AnswerStore answers;
    private final Answer answer;
    private final ObjectMapper json;
    private final Deed deed;

    IdempotentInterceptor(
            CurrentVertxRequest current,
            Caller caller,
            BodyDigest body,
            AnswerStore answers,
            Answer answer,
            ObjectMapper json,
            Deed deed) {
        this.current = current;
        this.caller = caller;
        this.body = body;
        this.answers = answers;
        this.answer = answer;
        this.json = json;
        this.deed = deed;
    }

    @AroundInvoke
    @Nullable
    Object answerOnce(InvocationContext call) throws Exception {
        var request = current.getCurrent().request();
        if (!WRITES.contains(request.method().name())) {
            return call.proceed();
        }
        var key = RequestKey.of(
                caller.organization().map(UUID::toString).orElse(""),
                caller.subject(),
                request.method().name(),
                request.path(),
                request.getHeader(RequestKey.HEADER));
        var wanted = wanted(call.getMethod());
        if (!wanted.kept()) {
            return call.proceed();
        }
        return wanted.apart()
                ? takeThenDo(call, request, key)
                : OneTransaction.around(() -> takeOrDo(call, request, key));
    }

    private static Idempotent wanted(Method method) {
        var own = method.getAnnotation(Idempotent.class);
        return own == null ? method.getDeclaringClass().getAnnotation(Idempotent.class) : own;
    }

    private @Nullable Object takeThenDo(InvocationContext call, HttpServerRequest request, RequestKey key)
            throws Exception {
        var before = OneTransaction.around(() -> answers.take(key, () -> body.finish(request.query())));
        if (before.isPresent()) {
            return replay(call, before.get());
        }
        var result = call.proceed();
        var first = toStore(result);
        OneTransaction.around(() -> {
            answers.store(key, body.finish(request.query()), first);
            return true;
        });
        answer.isFirst(first);
        return result;
    }

    private @Nullable Object takeOrDo(InvocationContext call, HttpServerRequest request, RequestKey key)
            throws Exception {
        var before = answers.take(key, () -> body.finish(request.query()));
        if (before.isPresent()) {
            return replay(call, before.get());
        }
        var result = call.proceed();
        var first = toStore(result);
        answers.store(key, body.finish(request.query()), first); // only now has the method read a streamed body
        answer.isFirst(first);
        return result;
    }

    private StoredAnswer toStore(@Nullable Object result) throws JsonProcessingException {
        if (result instanceof RestResponse<?> response) {
            return new StoredAnswer(
                    response.getStatus(), headers(response.getStringHeaders()), text(response.getEntity()));
        }
        return new StoredAnswer(result == null ? 204 : 200, List.of(), text(result));
    }

    private @Nullable String text(@Nullable Object entity) throws JsonProcessingException {
        return entity == null ? null : json.writeValueAsString(entity);
    }

    private static List<Header> headers(MultivaluedMap<String, String> headers) {
        return headers.entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new Header(header.getKey(), value)))
                .toList();
    }

    private @Nullable Object replay(InvocationContext call, StoredAnswer before) throws JsonProcessingException {
        answer.isReplay(before);
        var shown = RestResponse.ResponseBuilder.ok(json.readTree(Objects.requireNonNullElse(before.json(), "null")));
        before.headers().forEach(header -> shown.header(header.name(), header.value()));
        deed.shows(shown.build());
        return nothing(call);
    }

    /** In the place of the answer, which the filter then puts there. */
    private static @Nullable Object nothing(InvocationContext call) {
        return call.getMethod().getReturnType() == RestResponse.class ? RestResponse.noContent() : null;
    }
}
