/** What goes along with a request from service to service and into every log line: its request id and its W3C trace. */
@NullMarked
package org.superbill.servicekit.request;

import org.jspecify.annotations.NullMarked;
