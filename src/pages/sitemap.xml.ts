import type { APIRoute } from "astro";
import { catalogFor } from "../catalog/current.ts";
import { sitemap } from "../catalog/sitemap.ts";

export const GET: APIRoute = (context) =>
  new Response(sitemap(catalogFor(context), import.meta.env.SITE), {
    headers: { "content-type": "application/xml; charset=utf-8" },
  });
