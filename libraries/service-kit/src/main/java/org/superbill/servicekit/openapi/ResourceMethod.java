package org.superbill.servicekit.openapi;

import io.quarkus.security.PermissionsAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.IfStored;
import org.superbill.servicekit.revision.Revision;

/** A resource's method by what the kit itself goes by when the method is called. */
final class ResourceMethod {
    private final MethodInfo method;

    private ResourceMethod(MethodInfo method) {
        this.method = method;
    }

    /** By operationId. */
    static Map<String, ResourceMethod> all(IndexView index) {
        var methods = new HashMap<String, ResourceMethod>();
        for (var operation : index.getAnnotations(Operation.class)) {
            var id = operation.value("operationId");
            if (id != null && operation.target().kind() == Kind.METHOD) {
                methods.put(id.asString(), new ResourceMethod(operation.target().asMethod()));
            }
        }
        return methods;
    }

    /** Any one of them will do; none where nobody is asked who they are. */
    List<String> permissions() {
        return annotation(PermissionsAllowed.class)
                .map(allowed -> Arrays.asList(allowed.value().asStringArray()))
                .orElse(List.of());
    }

    /** Whether it needs an Idempotency-Key when it is called with a method that writes. */
    boolean isIdempotent() {
        return annotation(Idempotent.class).isPresent();
    }

    /** Whether its answer is given again to the same key. */
    boolean isAnswerKept() {
        return annotation(Idempotent.class)
                .map(idempotent -> idempotent.value("kept"))
                .map(AnnotationValue::asBoolean)
                .orElse(isIdempotent());
    }

    boolean takesRevision() {
        return revision().isPresent();
    }

    boolean needsRevision() {
        return revision()
                .filter(revision -> !revision.hasAnnotation(IfStored.class))
                .isPresent();
    }

    /** One that returns no more than the body has no headers of its own. */
    boolean hasHeaders() {
        return method.returnType().name().equals(DotName.createSimple(RestResponse.class));
    }

    private Optional<MethodParameterInfo> revision() {
        return method.parameters().stream()
                .filter(parameter -> parameter.type().name().equals(DotName.createSimple(Revision.class)))
                .findFirst();
    }

    /** The method's own, or else its class's. */
    private Optional<AnnotationInstance> annotation(Class<?> type) {
        var name = DotName.createSimple(type);
        var own = method.declaredAnnotation(name);
        return Optional.ofNullable(own == null ? method.declaringClass().declaredAnnotation(name) : own);
    }
}
