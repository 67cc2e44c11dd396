create or replace function milepost.median_bins(p_cells milepost.report_change[])
returns table (lesson_id bigint, bin integer, rank bigint)
language sql immutable as $$
  select distinct on (b.lesson_id) b.lesson_id, b.bin, (b.total + 1) / 2 - (b.through - b.n)
  from (
    select c.lesson_id, c.key_1 as bin, sum(c.n)::bigint as n,
      sum(sum(c.n)) over (partition by c.lesson_id order by c.key_1)::bigint as through,
      sum(sum(c.n)) over (partition by c.lesson_id)::bigint as total
    from unnest(p_cells) c
    group by c.lesson_id, c.key_1
  ) b
  where b.through >= (b.total + 1) / 2 and b.n > 0
  order by b.lesson_id, b.bin
$$;
comment on function milepost.median_bins(milepost.report_change[]) is
  'Of each lesson the coarse duration in which its median lies, and the place of the median in it.';
