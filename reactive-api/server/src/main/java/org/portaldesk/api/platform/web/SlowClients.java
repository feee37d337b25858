package org.portaldesk.api.platform.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Ends connections on which somebody is silent or slow: a request's head must be there ten seconds
 * after the connection, however its bytes drip; a body may pause for ten seconds; and a connection
 * without a request is kept for a minute.
 */
@Component
final class SlowClients implements NettyServerCustomizer {

    private static final Duration FIRST_HEAD = Duration.ofSeconds(10);
    private static final Duration NEXT_HEAD = Duration.ofSeconds(60);
    private static final Duration BODY_PAUSE = Duration.ofSeconds(10);

    @Override
    public HttpServer apply(HttpServer server) {
        return server.readTimeout(BODY_PAUSE)
                .doOnChannelInit(
                        (observer, channel, address) ->
                                channel.pipeline()
                                        .addAfter(
                                                NettyPipeline.HttpCodec,
                                                "portal-desk.head",
                                                new HeadDeadline()));
    }

    /** Waits for heads only; how long an answer takes is its own matter. */
    private static final class HeadDeadline extends ChannelDuplexHandler {

        private @Nullable Future<?> end;

        /** Requests that wait for their answers; more than one where a client does not wait. */
        private int open;

        @Override
        public void channelActive(ChannelHandlerContext context) throws Exception {
            await(context, FIRST_HEAD);
            super.channelActive(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest) {
                open++;
                cancel();
            }
            super.channelRead(context, message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise written)
                throws Exception {
            if (message instanceof LastHttpContent && !isOnTheWay(message) && --open <= 0) {
                await(context, NEXT_HEAD);
            }
            super.write(context, message, written);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            cancel();
            super.channelInactive(context);
        }

        /** Such as {@code 100 Continue}, which the answer follows. */
        private static boolean isOnTheWay(Object message) {
            return message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }

        private void await(ChannelHandlerContext context, Duration patience) {
            cancel();
            end =
                    context.executor()
                            .schedule(
                                    () -> context.close(),
                                    patience.toMillis(),
                                    TimeUnit.MILLISECONDS);
        }

        private void cancel() {
            if (end != null) {
                end.cancel(false);
            }
        }
    }
}
