package org.superbill.servicekit.revision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the {@link Revision} of a write that stores what was not there before, or changes what was: only a change needs {@code If-Match}.
 * Without this annotation every call of the method needs it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IfStored {}
