package org.superbill.servicekit.audit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource class or method that touches patient data, or changes what decides about money or duties: each call leaves an {@code audit-recorded} event with who, which
 * operation, which entity, when, why (header {@code X-Purpose-Of-Use}), from where, and how it ended. A change or a read and its
 * record commit together; a replay and a failure are recorded in a transaction of their own before the answer leaves.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Audited {

    /** The type of the entity: {@code patient}, {@code claim}. */
    @Nonbinding
    String value();
}
