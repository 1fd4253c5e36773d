package org.superbill.payersimulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error as a problem (RFC 9457, of the type about:blank) that says what is wrong and where. */
@Singleton
public class Problems {
    private static final String NOWHERE = "There is no such address";
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    @ServerExceptionMapper
    public Response refused(WebApplicationException e, UriInfo asked) {
        return e.getCause() instanceof JsonProcessingException json
                ? unreadable(json, asked)
                : answer(e.getResponse().getStatus(), said(e), asked);
    }

    private static String said(WebApplicationException e) {
        var isNowhere =
                e instanceof NotFoundException && String.valueOf(e.getMessage()).startsWith("Unable to find");
        return isNowhere ? NOWHERE : String.valueOf(e.getMessage());
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException e, UriInfo asked) {
        return answer(Status.BAD_REQUEST.getStatusCode(), "The body, at %s: %s".formatted(place(e), reason(e)), asked);
    }

    @ServerExceptionMapper
    public Response failed(RuntimeException e, UriInfo asked) {
        LOG.errorf(e, "%s failed", asked.getPath());
        return answer(
                Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                "The simulator failed, its log says where: " + e.getClass().getName(),
                asked);
    }

    /** A JSON Pointer, or line and column of what is no JSON. */
    private static String place(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream()
                    .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                    .collect(Collectors.joining());
        }
        var location = e.getLocation();
        return location == null
                ? "its beginning"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "this field is not known; there are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return String.valueOf(
                e.getCause() instanceof IllegalArgumentException refused
                        ? refused.getMessage()
                        : e.getOriginalMessage());
    }

    private static Response answer(int status, String detail, UriInfo asked) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(problem(status, detail, asked.getRequestUri().getPath()))
                .build();
    }

    private static String problem(int status, String detail, String instance) {
        var known = Status.fromStatusCode(status);
        return new JsonObject()
                .put("title", known == null ? "Error" : known.getReasonPhrase())
                .put("status", status)
                .put("detail", detail)
                .put("instance", instance)
                .encode();
    }
}
