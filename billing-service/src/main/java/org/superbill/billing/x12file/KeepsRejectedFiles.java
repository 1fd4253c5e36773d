package org.superbill.billing.x12file;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an upload: a {@link RejectedFile} is kept once the request's transaction is rolled back, and answered as {@code X12_MALFORMED}. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface KeepsRejectedFiles {}
